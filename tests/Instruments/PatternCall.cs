namespace DynamoGen.Tests.Instruments;

/// <summary>A call of one access pattern, which finds or writes something.</summary>
/// <param name="Pattern">The repository and the method.</param>
/// <param name="Requests">How many requests it takes.</param>
/// <param name="Call">Makes it.</param>
internal sealed record PatternCall(string Pattern, int Requests, Func<Task> Call)
{
    /// <summary>What a transaction is called, of which the actions are access patterns.</summary>
    public const string TransactionName = "ITransactions.Write";
}
