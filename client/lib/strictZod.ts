// zod asks `new Function` whether it may compile its schemas. The content security policy answers no, and browsers
// report that as an error of the page; so it is told beforehand. Both pages import this before anything that makes
// a schema.
import { z } from 'zod';

z.config({ jitless: true });
