using System.ComponentModel;
using DynamoGen.Serialization;

namespace DynamoGen.Filters;

/// <summary>What a filter can ask of a set or a list.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="T">The type of its elements.</typeparam>
/// <typeparam name="TCodec">Writes one.</typeparam>
public sealed class ElementsField<TEntity, T, TCodec> : SizedField<TEntity>
    where TEntity : class
    where TCodec : struct, IValueCodec<T>
{
    /// <summary>Creates the field of a property.</summary>
    /// <param name="path">Where it is stored.</param>
    /// <param name="sizeAbsence">What absence means for the size, where that is not what it means for the property.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ElementsField(FieldPath path, FieldAbsence? sizeAbsence = null)
        : base(path, sizeAbsence)
    {
    }

    /// <summary>Items that have an element.</summary>
    /// <param name="element">The element.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ItemValueException">The element cannot be stored.</exception>
    public ItemFilter<TEntity> Contains(T element) => Test("contains($, ?)", values: Stored<T, TCodec>(element));
}
