/** What the SDK throws: its own RestException, with Twilio's code. */
export async function refusal(call: Promise<unknown>): Promise<unknown> {
  try {
    return { answered: await call };
  } catch (error) {
    const { status, code, moreInfo } = Object(error);
    return { name: Object(error).constructor.name, status, code, moreInfo };
  }
}
