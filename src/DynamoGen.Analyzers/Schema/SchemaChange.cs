namespace DynamoGen.Analyzers.Schema;

/// <summary>One difference between the lock and what is declared.</summary>
/// <param name="Kind">What it means for stored items.</param>
/// <param name="Text">What it is, with its cure.</param>
/// <param name="Attribute">The attribute of the entity that it is about, or null.</param>
/// <param name="Upcaster">The upcaster that would heal it, or null.</param>
/// <param name="IsLost">Whether nothing takes an attribute of the item itself any more, which <c>[UnknownAttributes]</c> would keep.</param>
internal sealed record SchemaChange(SchemaChangeKind Kind, string Text, string? Attribute = null, MissingUpcaster? Upcaster = null, bool IsLost = false);

/// <summary>What a difference means for stored items.</summary>
internal enum SchemaChangeKind
{
    /// <summary>They are read as before; only the lock does not know of it.</summary>
    Compatible,

    /// <summary>They can no longer be read, or lose values.</summary>
    Incompatible,

    /// <summary>They are no longer found.</summary>
    Key,
}
