namespace DynamoGen;

/// <summary>A transaction has no actions, more than 100, or two for the same item. Thrown before anything is sent; it never carries a value.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</see>.</remarks>
public sealed class InvalidTransactionException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, without any key's or attribute's value.</param>
    /// <param name="slots">The slots at fault, from 0.</param>
    public InvalidTransactionException(string message, IReadOnlyList<int> slots)
        : base(message, "actions") => Slots = slots;

    /// <summary>The slots at fault, from 0: the two for the same item, those beyond the hundredth, or none when there are no actions.</summary>
    public IReadOnlyList<int> Slots { get; }
}
