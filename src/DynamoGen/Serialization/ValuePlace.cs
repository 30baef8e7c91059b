namespace DynamoGen.Serialization;

/// <summary>Says in messages where a value is that cannot be written.</summary>
internal static class ValuePlace
{
    public static string Describe(string? entity, string? attribute, string reason) => (entity, attribute) switch
    {
        (null, _) => reason,
        (_, null) => $"An item of entity '{entity}' cannot be written. {reason}",
        _ => $"Attribute '{attribute}' of entity '{entity}' cannot be written. {reason}",
    };
}
