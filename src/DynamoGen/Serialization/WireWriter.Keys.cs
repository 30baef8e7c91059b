using DynamoGen.Keys;

namespace DynamoGen.Serialization;

/// <content>Keys that are built in this writer's own memory.</content>
public partial class WireWriter
{
    private const string NoBytes = "A key is empty; DynamoDB requires at least 1 byte.";

    /// <summary>Begins a partition key: up to 2,048 bytes of this writer's memory, to be finished by <see cref="EndKey"/>.</summary>
    /// <param name="before">What stands before the key, encoded at build time; a comma at its beginning is left out before an object's first member.</param>
    public KeyBuilder BeginPartitionKey(ReadOnlySpan<byte> before) => BeginKey(before, KeyBuilder.MaxPartitionKeyBytes);

    /// <summary>Begins a sort key: up to 1,024 bytes of this writer's memory, to be finished by <see cref="EndKey"/>.</summary>
    /// <param name="before">What stands before the key, encoded at build time; a comma at its beginning is left out before an object's first member.</param>
    public KeyBuilder BeginSortKey(ReadOnlySpan<byte> before) => BeginKey(before, KeyBuilder.MaxSortKeyBytes);

    /// <summary>Ends a key begun on this writer as the content of a JSON string.</summary>
    /// <param name="key">The finished key. Nothing else may have been written since it was begun.</param>
    /// <param name="after">What stands behind the key, encoded at build time.</param>
    /// <exception cref="ItemValueException">The key is empty, which DynamoDB refuses.</exception>
    public void EndKey(scoped in KeyBuilder key, ReadOnlySpan<byte> after)
    {
        var length = key.Length;
        if (length == 0)
        {
            throw new ItemValueException(NoBytes);
        }

        if (_buffer.AsSpan(_length, length).IndexOfAny(JsonEscapes.Escaped) < 0)
        {
            _length += length;
        }
        else
        {
            Span<byte> copy = stackalloc byte[length];
            _buffer.AsSpan(_length, length).CopyTo(copy);
            EscapedUtf8(copy);
        }

        Raw(after);
    }

    /// <summary>Refuses an empty text or no bytes as a property that is a key attribute itself.</summary>
    /// <param name="isEmpty">Whether it is empty.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="attribute">The attribute.</param>
    /// <exception cref="ItemValueException">It is empty, which DynamoDB refuses of a key.</exception>
    public void RequireKey(bool isEmpty, string entity, string attribute)
    {
        if (isEmpty)
        {
            throw new ItemValueException(entity, attribute, NoBytes, null);
        }
    }

    /// <summary>Writes the content of a key of bytes.</summary>
    /// <param name="value">The bytes.</param>
    /// <exception cref="ItemValueException">There are none, which DynamoDB refuses of a key.</exception>
    public void KeyBinary(ReadOnlyMemory<byte> value)
    {
        if (value.IsEmpty)
        {
            throw new ItemValueException(NoBytes);
        }

        Binary(value);
    }

    private KeyBuilder BeginKey(ReadOnlySpan<byte> before, int most)
    {
        if (before[0] == (byte)',')
        {
            Member(before);
        }
        else
        {
            Raw(before);
        }

        return new KeyBuilder(Reserve(most)[..most]);
    }
}
