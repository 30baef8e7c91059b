using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Entities;

/// <summary>What other generated code must know of an entity to name it and its generated members.</summary>
/// <param name="FullName">The entity, for use anywhere.</param>
/// <param name="Name">Its name, which its items carry.</param>
/// <param name="Marshaller">The name of its marshaller.</param>
/// <param name="PrimaryKey">The name of the struct of its primary key's values.</param>
/// <param name="Keys">The name of the class of its key builders.</param>
/// <param name="Codecs">The names of the types inside of its marshaller that write and read its values.</param>
internal sealed record EntityReference(string FullName, string Name, string Marshaller, string PrimaryKey, string Keys, EquatableArray<CodecName> Codecs)
{
    /// <summary>What the keys of its items begin with, by which an item without a mark is known; null where each carries its marks.</summary>
    public KeyBeginning? Beginning { get; init; }
}
