using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Cli.Adoption.Values;

/// <summary>Tells attribute types apart.</summary>
internal static class AttributeKinds
{
    /// <summary>DynamoDB's descriptor of a value's type.</summary>
    public static string Of(AttributeValue value) => value switch
    {
        { S: not null } => "S",
        { N: not null } => "N",
        { BOOL: not null } => "BOOL",
        { B: not null } => "B",
        { NULL: not null } => "NULL",
        { SS.Count: > 0 } => "SS",
        { NS.Count: > 0 } => "NS",
        { BS.Count: > 0 } => "BS",
        { L: not null } => "L",
        _ => "M",
    };
}
