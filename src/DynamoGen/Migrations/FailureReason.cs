namespace DynamoGen.Migrations;

/// <summary>Why an item could not be copied, as it may be stored: without a value of the item.</summary>
internal static class FailureReason
{
    /// <summary>The messages of our own exceptions never hold a value; of others, the type says enough.</summary>
    public static string Of(Exception exception) =>
        exception is DynamoGenException ? $"{exception.GetType().Name}: {exception.Message}" : exception.GetType().FullName ?? exception.GetType().Name;
}
