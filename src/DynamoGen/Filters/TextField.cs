using System.ComponentModel;
using DynamoGen.Serialization.Codecs;

namespace DynamoGen.Filters;

/// <summary>What a filter can ask of a text. Texts are ordered by their UTF-8 bytes.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public sealed class TextField<TEntity> : OrderedField<TEntity, string, StringCodec>
    where TEntity : class
{
    /// <summary>Creates the field of a property.</summary>
    /// <param name="path">Where it is stored.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TextField(FieldPath path)
        : base(path)
    {
    }

    /// <summary>The number of the text's UTF-8 bytes.</summary>
    public OrderedField<TEntity, int, NumberCodec<int>> Size => SizeOf();

    /// <summary>Items whose text begins with another one.</summary>
    /// <param name="beginning">The beginning.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ItemValueException">The text cannot be stored.</exception>
    public ItemFilter<TEntity> StartsWith(string beginning) => Of("begins_with($, ?)", beginning);

    /// <summary>Items whose text contains another one.</summary>
    /// <param name="part">The part.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ItemValueException">The text cannot be stored.</exception>
    public ItemFilter<TEntity> Contains(string part) => Of("contains($, ?)", part);

    private ItemFilter<TEntity> Of(string form, string value) => OrAbsent(Test(form, values: Written(value)), value.Length == 0);
}
