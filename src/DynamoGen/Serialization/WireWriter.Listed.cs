using System.ComponentModel;

namespace DynamoGen.Serialization;

/// <content>Parts of expressions that are only known once a call is made: values behind IN, and keys of dictionaries.</content>
public partial class WireWriter
{
    /// <summary>How many values DynamoDB takes behind IN.</summary>
    private const int MostListed = 100;

    /// <summary>Writes the placeholders of several values, with commas between them.</summary>
    /// <param name="placeholder">What each begins with, such as <c>:0</c>; a number follows.</param>
    /// <param name="count">How many there are, 1 to 100.</param>
    /// <exception cref="ItemValueException">There are more than DynamoDB takes.</exception>
    /// <remarks>
    /// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">operators and functions</see>.
    /// </remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void ListedPlaceholders(ReadOnlySpan<byte> placeholder, int count)
    {
        if (count > MostListed)
        {
            throw new ItemValueException(
                $"A list has {count} values, of which DynamoDB takes {MostListed} behind IN; ask several times, each for a part of it.");
        }

        for (var i = 0; i < count; i++)
        {
            Raw(i == 0 ? default : ","u8);
            Numbered(placeholder, i);
        }
    }

    /// <summary>Writes several values as members that are named by their placeholders.</summary>
    /// <typeparam name="T">The C# type of each.</typeparam>
    /// <typeparam name="TCodec">Writes it.</typeparam>
    /// <param name="placeholder">What each placeholder begins with, such as <c>:0</c>; a number follows.</param>
    /// <param name="values">The values.</param>
    /// <exception cref="ItemValueException">A value cannot be stored.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void ListedValues<T, TCodec>(ReadOnlySpan<byte> placeholder, IReadOnlyCollection<T> values)
        where TCodec : struct, IValueCodec<T>
    {
        var i = 0;
        foreach (var value in values)
        {
            Member(",\""u8);
            Numbered(placeholder, i++);
            Raw("\":"u8);
            TCodec.Write(this, value);
        }
    }

    /// <summary>Writes the position of an element of a list in an expression, where DynamoDB takes digits and no placeholder.</summary>
    /// <param name="position">The position, from 0.</param>
    /// <exception cref="ItemValueException">It is negative.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void ListPosition(int position)
    {
        if (position < 0)
        {
            throw new ItemValueException("A position in a list is negative; the first element is at 0.");
        }

        Number(position);
    }

    /// <summary>Writes the name that a placeholder stands for: the key of a dictionary.</summary>
    /// <typeparam name="TKey">The C# type of the key.</typeparam>
    /// <typeparam name="TCodec">Writes it.</typeparam>
    /// <param name="before">What stands before the key: a comma, the placeholder, a colon and a quote.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="ItemValueException">The key is empty or cannot be stored.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void KeyName<TKey, TCodec>(ReadOnlySpan<byte> before, TKey key)
        where TCodec : struct, IScalarCodec<TKey>
    {
        Member(before);
        var start = Length;
        TCodec.WriteContent(this, key);
        if (Length == start)
        {
            throw EmptyKey();
        }

        Raw("\""u8);
    }

    private void Numbered(ReadOnlySpan<byte> placeholder, int number)
    {
        Raw(placeholder);
        Raw("_"u8);
        Number(number);
    }
}
