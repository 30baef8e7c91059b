using DynamoGen.Schema;

namespace DynamoGen.Telemetry;

/// <summary>What telemetry says of operations, without making texts anew for each request.</summary>
internal static class OperationNames
{
    private static readonly string[] Names = Enum.GetNames<DynamoOperation>();

    extension(DynamoOperation operation)
    {
        /// <summary>Whether the operation reads and consumes read units.</summary>
        public bool IsRead => operation
            is DynamoOperation.GetItem or DynamoOperation.Query or DynamoOperation.Scan or DynamoOperation.BatchGetItem or DynamoOperation.TransactGetItems;
    }

    /// <summary>The name of an operation in the API reference.</summary>
    public static string Of(DynamoOperation operation) => Names[(int)operation];
}
