namespace DynamoGen.Calls;

/// <summary>Tells the ordinary outcomes of writes without exceptions.</summary>
internal static class WriteOutcomes
{
    /// <summary>Waits for a write, and says what became of it.</summary>
    /// <param name="write">The write.</param>
    /// <returns>Whether it was written, or why not.</returns>
    public static async ValueTask<WriteOutcome> Of(ValueTask write)
    {
        try
        {
            await write.ConfigureAwait(false);
            return WriteOutcome.Written;
        }
        catch (UniqueConstraintException)
        {
            return WriteOutcome.NotUnique;
        }
        catch (ConditionFailedException failed)
        {
            return failed.Reason switch
            {
                ConditionFailureReason.NotFound => WriteOutcome.NotFound,
                ConditionFailureReason.AlreadyExists => WriteOutcome.AlreadyExists,
                ConditionFailureReason.Expired => WriteOutcome.Expired,
                ConditionFailureReason.StaleLock => WriteOutcome.StaleLock,
                _ => WriteOutcome.ConditionFailed,
            };
        }
    }
}
