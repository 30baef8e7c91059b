namespace DynamoGen.Testing;

/// <summary>What an action of a transaction does.</summary>
public enum ActionKind
{
    /// <summary>Reads an item.</summary>
    Get,

    /// <summary>Writes a whole item.</summary>
    Put,

    /// <summary>Changes attributes of an item.</summary>
    Update,

    /// <summary>Deletes an item.</summary>
    Delete,

    /// <summary>Checks an item and leaves it as it is.</summary>
    ConditionCheck,
}
