using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;

namespace DynamoGen.Hosting;

/// <summary>A table exists already, with keys or indexes other than declared.</summary>
public sealed class TableMismatchException : DynamoGenException
{
    private TableMismatchException(string tableName, string difference)
        : base($"The table '{tableName}' exists, but {difference}. Delete it or give it another name; it is not changed.") =>
        TableName = tableName;

    /// <summary>The table's name.</summary>
    public string TableName { get; }

    internal static void ThrowIfDifferent(TableSchema declared, TableDescription existing)
    {
        if (TableComparison.Differences(declared, existing).FirstOrDefault() is { } difference)
        {
            throw new TableMismatchException(existing.TableName, difference);
        }
    }

    internal static void ThrowIfDifferent(string tableName, string timeToLive, string existing)
    {
        if (timeToLive != existing)
        {
            throw new TableMismatchException(tableName, $"its Time to Live is in '{existing}', not '{timeToLive}'");
        }
    }
}
