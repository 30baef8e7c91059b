using System.ComponentModel;

namespace DynamoGen.Serialization;

/// <content>Values behind IN, whose number is only known once a call is made.</content>
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
            throw new ItemValueException($"A list has {count} values, of which DynamoDB takes {MostListed} behind IN; ask several times, each for a part of it.");
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

    private void Numbered(ReadOnlySpan<byte> placeholder, int number)
    {
        Raw(placeholder);
        Raw("_"u8);
        Number(number);
    }
}
