namespace DynamoGen;

/// <summary>A declared table name and the options together gave a name that DynamoDB does not allow.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">naming rules</see>.</remarks>
public sealed class InvalidTableNameException : DynamoGenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="declaredName">The name in the table's declaration.</param>
    /// <param name="tableName">The name that the options made of it.</param>
    public InvalidTableNameException(string declaredName, string? tableName)
        : base(
            $"The table declared as '{declaredName}' would be named '{tableName}' by the options, but a table's name is 3 to 255 "
            + "of the characters a-z, A-Z, 0-9, '_', '-' and '.', or an ARN of at most 1024 characters.") =>
        TableName = tableName;

    /// <summary>The name that the options gave.</summary>
    public string? TableName { get; }
}
