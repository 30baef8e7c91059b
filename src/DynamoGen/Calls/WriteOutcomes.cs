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

    /// <summary>Waits for a write for which it is no failure that there is no item.</summary>
    /// <param name="write">The write.</param>
    public static async ValueTask UnlessAbsent(ValueTask write)
    {
        try
        {
            await write.ConfigureAwait(false);
        }
        catch (ConditionFailedException failed) when (IsAbsence(failed))
        {
            // There was nothing to write.
        }
    }

    /// <inheritdoc cref="UnlessAbsent(ValueTask)"/>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <param name="write">The write.</param>
    /// <returns>The item as the write returns it, or null where there was none.</returns>
    public static async ValueTask<TEntity?> UnlessAbsent<TEntity>(ValueTask<TEntity?> write)
        where TEntity : class
    {
        try
        {
            return await write.ConfigureAwait(false);
        }
        catch (ConditionFailedException failed) when (IsAbsence(failed))
        {
            return null;
        }
    }

    private static bool IsAbsence(ConditionFailedException failed) => failed.Reason is ConditionFailureReason.NotFound or ConditionFailureReason.Expired;
}
