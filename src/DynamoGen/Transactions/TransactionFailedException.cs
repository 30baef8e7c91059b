using Amazon.DynamoDBv2;

namespace DynamoGen;

/// <summary>A transaction failed as a whole, because at least one of its actions did; nothing was written.</summary>
/// <remarks>
/// When nothing but other transactions or throttling is at fault, <see cref="ConflictException"/> or <see cref="ThrottledException"/> is thrown instead.
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</see>.
/// </remarks>
public sealed class TransactionFailedException : RequestRefusedException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="accessPattern">The transaction's name.</param>
    /// <param name="failures">The actions at fault, in the order of their slots.</param>
    /// <param name="innerException">The SDK's exception.</param>
    public TransactionFailedException(string accessPattern, IReadOnlyList<FailedAction> failures, AmazonDynamoDBException? innerException = null)
        : base(accessPattern, $"{accessPattern} failed as a whole: {Describe(failures)}.", innerException) => Failures = failures;

    /// <summary>The actions at fault, in the order of their slots. Those that are not listed would have succeeded.</summary>
    public IReadOnlyList<FailedAction> Failures { get; }

    private static string Describe(IReadOnlyList<FailedAction> failures) =>
        failures.Count > 0 ? string.Join("; ", failures) : "DynamoDB gave no reasons";
}
