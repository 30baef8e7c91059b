using System.ComponentModel;
using DynamoGen.Serialization;

namespace DynamoGen.Requests;

/// <summary>The parameters of a GetItem or DeleteItem. The generator implements it as a struct for each access pattern.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IKeyRequest : INamedRequest
{
    /// <summary>Writes the primary key as a JSON object of attribute values.</summary>
    /// <param name="writer">The request being written.</param>
    void WriteKey(WireWriter writer);

    /// <summary>Writes the members that name the attributes to be read; nothing where the whole item is.</summary>
    /// <param name="writer">The request being written, behind another member.</param>
    static virtual void WriteProjection(WireWriter writer)
    {
    }
}
