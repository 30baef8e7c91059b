using System.ComponentModel;
using DynamoGen.Serialization;

namespace DynamoGen.Streams.Dispatch;

/// <summary>
/// Which properties of an entity differ between two of its states, by what is stored of them: two values that are stored alike are equal, whatever their
/// types say of it, and the order of a set or a dictionary does not count. Generated structs wrap it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ItemChanges
{
    private readonly PropertyTable? _properties;
    private readonly AttributeSet _changed;

    private ItemChanges(PropertyTable properties, AttributeSet changed)
    {
        _properties = properties;
        _changed = changed;
    }

    /// <summary>The names of the properties that differ, in the order of their declaration.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            for (var i = 0; i < (_properties?.Count ?? 0); i++)
            {
                if (_changed.Has(i))
                {
                    yield return _properties!.Name(i);
                }
            }
        }
    }

    /// <summary>Compares two states of an entity.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="properties">The entity's properties.</param>
    /// <param name="before">The one state.</param>
    /// <param name="after">The other.</param>
    /// <exception cref="ItemValueException">A value cannot be stored.</exception>
    public static ItemChanges Between<TEntity, TMarshaller>(PropertyTable properties, TEntity before, TEntity after)
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        ArgumentNullException.ThrowIfNull(properties);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        using var first = new WireWriter();
        first.ItemOfAnySize<TEntity, TMarshaller>(before);
        using var second = new WireWriter();
        second.ItemOfAnySize<TEntity, TMarshaller>(after);
        return new ItemChanges(properties, ImageComparison.Compare(properties, first.Written.Span, second.Written.Span));
    }

    /// <summary>Whether a property differs.</summary>
    /// <param name="property">Its number in the order of declaration.</param>
    public bool Has(int property) => _changed.Has(property);
}
