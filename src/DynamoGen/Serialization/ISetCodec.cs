using System.ComponentModel;

namespace DynamoGen.Serialization;

/// <summary>Writes and reads sets, of which an empty one is left out of its item because DynamoDB has none.</summary>
/// <typeparam name="TSet">The type of the set.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISetCodec<TSet> : IValueCodec<TSet>
{
    /// <summary>Whether the set has no elements.</summary>
    /// <param name="value">The set.</param>
    static abstract bool IsEmpty(TSet value);
}
