namespace DynamoGen.Serialization;

/// <content>Maps and lists: how deep they nest, and which of the maps are dictionaries, for the errors that name attributes.</content>
public partial class WireWriter
{
    private int _depth;
    private ulong _keyed;

    /// <summary>Begins a map or a list.</summary>
    /// <param name="beginning">What it begins with, encoded at build time: <c>{"M":{</c> or <c>{"L":[</c>, and perhaps a first member.</param>
    /// <exception cref="ItemValueException">Values nest more than 32 levels deep.</exception>
    public void BeginDocument(ReadOnlySpan<byte> beginning)
    {
        if (_depth == AttributeNesting.MaxLevels)
        {
            throw TooDeep();
        }

        _depth++;
        Raw(beginning);
    }

    /// <summary>Ends a map or a list begun by <see cref="BeginDocument"/>.</summary>
    /// <param name="end"><c>}}</c> or <c>]}</c>.</param>
    /// <exception cref="ItemValueException">Values nest more than 32 levels deep.</exception>
    public void EndDocument(ReadOnlySpan<byte> end)
    {
        // At the last level a document is a value still, but nothing can be in it.
        if (_depth == AttributeNesting.MaxLevels && _buffer[_length - 1] is not ((byte)'{' or (byte)'['))
        {
            throw TooDeep();
        }

        _depth--;
        Raw(end);
    }

    /// <summary>Begins a map whose names are data.</summary>
    internal void BeginDictionary()
    {
        BeginDocument("{\"M\":{"u8);
        _keyed |= 1UL << _depth;
    }

    /// <summary>Ends a map begun by <see cref="BeginDictionary"/>.</summary>
    internal void EndDictionary()
    {
        _keyed &= ~(1UL << _depth);
        EndDocument("}}"u8);
    }

    /// <summary>The error for a value whose type is none of those that its base type is stored as.</summary>
    /// <param name="type">The base type's name.</param>
    /// <param name="value">The value, of which the type is named.</param>
    public static ItemValueException UnknownDerivedType(string type, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new($"A value of type {value.GetType().Name} is none of the derived types of {type} that are declared.");
    }

    /// <summary>The error for a value of a type that derives from the one that is stored.</summary>
    /// <param name="type">The name of the type that is stored.</param>
    /// <param name="value">The value, of which the type is named.</param>
    public static ItemValueException DerivedType(string type, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new($"A value of type {value.GetType().Name} cannot be stored as {type}: what {value.GetType().Name} adds would be lost.");
    }

    private static ItemValueException TooDeep() => new(
        $"Values nest more than {AttributeNesting.MaxLevels} levels deep, which DynamoDB refuses; an object that leads to itself does without an end.");
}
