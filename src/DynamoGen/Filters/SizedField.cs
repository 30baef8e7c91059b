using System.ComponentModel;
using DynamoGen.Serialization.Codecs;

namespace DynamoGen.Filters;

/// <summary>What a filter can ask of bytes, dictionaries, lists and sets: how many there are.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public class SizedField<TEntity> : Field<TEntity>
    where TEntity : class
{
    private readonly FieldAbsence? _sizeAbsence;

    /// <summary>Creates the field of a property.</summary>
    /// <param name="path">Where it is stored.</param>
    /// <param name="sizeAbsence">What absence means for the size, where that is not what it means for the property.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public SizedField(FieldPath path, FieldAbsence? sizeAbsence = null)
        : base(path) => _sizeAbsence = sizeAbsence;

    /// <summary>The number of bytes or elements.</summary>
    public OrderedField<TEntity, int, NumberCodec<int>> Size => SizeOf(_sizeAbsence);
}
