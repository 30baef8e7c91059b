using DynamoGen.Schema;
using DynamoGen.Transport;

namespace DynamoGen.Calls;

/// <summary>Tells what is not known of a write of which the answer to an attempt was lost.</summary>
internal static class LostAnswer
{
    /// <summary>Whether a write of one item ended with an exception, and may have been applied all the same.</summary>
    public static bool IsBehind(AccessPattern pattern, Exception exception) =>
        pattern.Operation is DynamoOperation.PutItem or DynamoOperation.UpdateItem or DynamoOperation.DeleteItem
        && exception is not OperationCanceledException
        && AppliedAttempt.IsIn(exception);

    /// <summary>Says what is not known of a write that ended with an exception; nothing where it surely was not applied.</summary>
    /// <exception cref="OutcomeUnknownException">The write may have been applied or not.</exception>
    public static void Tell(AccessPattern pattern, Exception exception)
    {
        if (IsBehind(pattern, exception))
        {
            throw new OutcomeUnknownException(pattern.Name, wasApplied: false, exception);
        }
    }
}
