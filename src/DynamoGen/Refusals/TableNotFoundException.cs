using Amazon.DynamoDBv2;

namespace DynamoGen;

/// <summary>A table that an access pattern goes to does not exist, at the endpoint and in the region that its client has.</summary>
/// <remarks>
/// <see cref="DynamoGen.Hosting.TableProvisioner"/> makes tables, and <see cref="DynamoGenOptions.CheckTables"/> compares them when the application starts. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">error handling with DynamoDB</see>.
/// </remarks>
public sealed class TableNotFoundException : RequestRefusedException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="accessPattern">The access pattern's name.</param>
    /// <param name="tableName">The table's name in this environment; of several tables, their names with commas between them.</param>
    /// <param name="innerException">The SDK's exception.</param>
    public TableNotFoundException(string accessPattern, string tableName, AmazonDynamoDBException? innerException = null)
        : base(accessPattern, Describe(accessPattern, tableName), innerException) => TableName = tableName;

    /// <summary>The table's name in this environment; of several tables, their names with commas between them.</summary>
    public string TableName { get; }

    private static string Describe(string accessPattern, string tableName) =>
        $"{accessPattern} goes to table '{tableName}', which does not exist or is being made; "
        + "check the prefix of its name, the region and the endpoint, or make it by TableProvisioner.";
}
