namespace DynamoGen;

/// <summary>
/// A cursor cannot be used to go on from. Most often it came from outside, so that an application answers it as a mistake of its client (such as HTTP
/// 400). The message is the same for every cause, so that nothing can be learned by trying.
/// </summary>
public sealed class InvalidCursorException : DynamoGenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="accessPattern">The access pattern that was called with the cursor, such as <c>IOrders.OfCustomer</c>.</param>
    public InvalidCursorException(string accessPattern)
        : base($"The cursor given to {accessPattern} cannot be used. Either it is not a cursor or was altered; "
            + "or it was made by another access pattern, for another table, or with other parameters; "
            + "or it was made with a key that is neither DynamoGenOptions.CursorKey nor one of PreviousCursorKeys, "
            + "such as the key that a process makes for itself while CursorKey is not set.") =>
        AccessPattern = accessPattern;

    /// <summary>The access pattern that was called with the cursor.</summary>
    public string AccessPattern { get; }
}
