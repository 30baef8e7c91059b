using DynamoGen.Serialization;

namespace DynamoGen.Repositories;

/// <summary>The parameters of a write. The generator implements it as a struct for each access pattern.</summary>
public interface IWriteRequest : IKeyRequest
{
    /// <summary>Writes the members of the write, each beginning with a comma: the item or the key, expressions, their names and values; not the table.</summary>
    /// <param name="writer">The request being written.</param>
    void Write(WireWriter writer);
}
