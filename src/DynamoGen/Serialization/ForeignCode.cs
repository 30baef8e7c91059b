namespace DynamoGen.Serialization;

/// <summary>What code that is not ours throws while an item is written or read: converters, constructors, accessors, enumerators, upcasters.</summary>
internal static class ForeignCode
{
    /// <summary>
    /// Whether an exception says that a value is refused. One that ends the call or the process is none of the value's, and passes as it is.
    /// </summary>
    public static bool Refuses(Exception exception) => exception
        is not (OperationCanceledException or OutOfMemoryException or InsufficientExecutionStackException or AccessViolationException
            or ThreadInterruptedException);
}
