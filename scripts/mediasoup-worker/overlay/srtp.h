#pragma once

// The libsrtp 3 calls that mediasoup-worker makes, on top of libsrtp 2. Version 3 has an opaque policy,
// and separate buffers for input and output where version 2 works in place.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <srtp2/srtp.h>

// Codes that version 2 does not have; nothing in it returns these numbers.
constexpr srtp_err_status_t srtp_err_status_buffer_small = static_cast<srtp_err_status_t>(28);
constexpr srtp_err_status_t srtp_err_status_cryptex_err  = static_cast<srtp_err_status_t>(29);

namespace srtp3
{
	struct Policy
	{
		srtp_policy_t v2{};
		unsigned char key[SRTP_MAX_KEY_LEN]{};
	};

	using policy_t = Policy*;

	inline srtp_err_status_t srtp_policy_create(policy_t* policy)
	{
		*policy = new (std::nothrow) Policy();

		return *policy ? srtp_err_status_ok : srtp_err_status_alloc_fail;
	}

	inline void srtp_policy_destroy(policy_t policy)
	{
		if (!policy)
		{
			return;
		}

		// A plain memset before delete may be optimised away.
		volatile unsigned char* key = policy->key;

		for (size_t i = 0; i < sizeof(policy->key); ++i)
		{
			key[i] = 0;
		}

		delete policy;
	}

	inline srtp_err_status_t srtp_policy_set_ssrc(policy_t policy, srtp_ssrc_t ssrc)
	{
		policy->v2.ssrc = ssrc;

		return srtp_err_status_ok;
	}

	inline srtp_err_status_t srtp_policy_set_profile(policy_t policy, srtp_profile_t profile)
	{
		const auto error = srtp_crypto_policy_set_from_profile_for_rtp(&policy->v2.rtp, profile);

		if (error != srtp_err_status_ok)
		{
			return error;
		}

		// SRTCP carries the 80 bit tag even where SRTP has the 32 bit one (RFC 5764, 4.1.2).
		const auto rtcpProfile =
		  profile == srtp_profile_aes128_cm_sha1_32 ? srtp_profile_aes128_cm_sha1_80 : profile;

		return srtp_crypto_policy_set_from_profile_for_rtcp(&policy->v2.rtcp, rtcpProfile);
	}

	inline srtp_err_status_t srtp_policy_add_key(
	  policy_t policy,
	  const uint8_t* key,
	  size_t keyLen,
	  const uint8_t* salt,
	  size_t saltLen,
	  const uint8_t* /*mki*/,
	  size_t /*mkiLen*/)
	{
		if (keyLen + saltLen > sizeof(policy->key))
		{
			return srtp_err_status_bad_param;
		}

		std::memcpy(policy->key, key, keyLen);
		std::memcpy(policy->key + keyLen, salt, saltLen);
		policy->v2.key = policy->key;

		return srtp_err_status_ok;
	}

	inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(policy_t policy, bool allow)
	{
		policy->v2.allow_repeat_tx = allow;

		return srtp_err_status_ok;
	}

	inline srtp_err_status_t srtp_policy_set_window_size(policy_t policy, size_t size)
	{
		policy->v2.window_size = size;

		return srtp_err_status_ok;
	}

	inline srtp_err_status_t srtp_create(srtp_t* session, policy_t policy)
	{
		return ::srtp_create(session, &policy->v2);
	}

	using InPlace = srtp_err_status_t (*)(srtp_t session, void* packet, int* len);

	// Runs a version 2 call, which may lengthen the packet by up to `growth` bytes, on a copy in `out`.
	inline srtp_err_status_t run(
	  InPlace call,
	  srtp_t session,
	  const uint8_t* in,
	  size_t inLen,
	  uint8_t* out,
	  size_t* outLen,
	  size_t growth)
	{
		if (*outLen < inLen + growth)
		{
			return srtp_err_status_buffer_small;
		}

		if (in != out)
		{
			std::memcpy(out, in, inLen);
		}

		int len          = static_cast<int>(inLen);
		const auto error = call(session, out, &len);

		if (error == srtp_err_status_ok)
		{
			*outLen = static_cast<size_t>(len);
		}

		return error;
	}

	inline srtp_err_status_t srtp_protect(
	  srtp_t session, const uint8_t* in, size_t inLen, uint8_t* out, size_t* outLen, size_t /*mkiIndex*/)
	{
		return run(::srtp_protect, session, in, inLen, out, outLen, SRTP_MAX_TRAILER_LEN);
	}

	inline srtp_err_status_t srtp_protect_rtcp(
	  srtp_t session, const uint8_t* in, size_t inLen, uint8_t* out, size_t* outLen, size_t /*mkiIndex*/)
	{
		// The trailer, and the 31 bit index with its E flag.
		return run(::srtp_protect_rtcp, session, in, inLen, out, outLen, SRTP_MAX_TRAILER_LEN + 4);
	}

	inline srtp_err_status_t srtp_unprotect(
	  srtp_t session, const uint8_t* in, size_t inLen, uint8_t* out, size_t* outLen)
	{
		return run(::srtp_unprotect, session, in, inLen, out, outLen, 0);
	}

	inline srtp_err_status_t srtp_unprotect_rtcp(
	  srtp_t session, const uint8_t* in, size_t inLen, uint8_t* out, size_t* outLen)
	{
		return run(::srtp_unprotect_rtcp, session, in, inLen, out, outLen, 0);
	}

	inline srtp_err_status_t srtp_stream_remove(srtp_t session, uint32_t ssrc)
	{
		return ::srtp_remove_stream(session, ssrc);
	}
} // namespace srtp3

// The worker's code says these names without a namespace.
#define srtp_policy_t srtp3::policy_t
#define srtp_policy_create srtp3::srtp_policy_create
#define srtp_policy_destroy srtp3::srtp_policy_destroy
#define srtp_policy_set_ssrc srtp3::srtp_policy_set_ssrc
#define srtp_policy_set_profile srtp3::srtp_policy_set_profile
#define srtp_policy_add_key srtp3::srtp_policy_add_key
#define srtp_policy_set_allow_repeat_tx srtp3::srtp_policy_set_allow_repeat_tx
#define srtp_policy_set_window_size srtp3::srtp_policy_set_window_size
#define srtp_create srtp3::srtp_create
#define srtp_protect srtp3::srtp_protect
#define srtp_protect_rtcp srtp3::srtp_protect_rtcp
#define srtp_unprotect srtp3::srtp_unprotect
#define srtp_unprotect_rtcp srtp3::srtp_unprotect_rtcp
#define srtp_stream_remove srtp3::srtp_stream_remove
