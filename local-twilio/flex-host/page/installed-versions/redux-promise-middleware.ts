import { createPromise } from 'redux-promise-middleware';

/** Flex calls the default export to make the middleware, as in version 4; the installed version 6 has createPromise. */
export default createPromise;
