import { createPromise } from 'redux-promise-middleware';

/** Flex calls the default export to make the middleware, as in version 4; the installed version 6 has createPromise. */
// eslint-disable-next-line import-x/no-default-export -- the library has one
export default createPromise;
