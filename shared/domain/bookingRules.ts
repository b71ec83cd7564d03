/** How clients may book a professional. */
export interface BookingRules {
	/** Visits start at multiples of this on the wall clock; it divides an hour, and 60 are full hours only. */
	readonly stepMinutes: number;
	/** How long before its start a visit can be booked at the latest. */
	readonly noticeMinutes: number;
	/** How many days ahead, today not counted. */
	readonly horizonDays: number;
	/** Kept free of everything else before and after each visit; the time after one can be the time before the next. */
	readonly bufferBeforeMinutes: number;
	readonly bufferAfterMinutes: number;
	/** Until how long before the visit clients cancel free of charge. */
	readonly freeCancelHours: number;
}

/** The rules of a professional who has not set any. */
export const defaultBookingRules: BookingRules = {
	stepMinutes: 30,
	noticeMinutes: 12 * 60,
	horizonDays: 60,
	bufferBeforeMinutes: 0,
	bufferAfterMinutes: 0,
	freeCancelHours: 24,
};

/** The steps that divide an hour, so that each hour of the day begins alike. */
export const stepsInMinutes = [5, 10, 15, 20, 30, 60] as const;
