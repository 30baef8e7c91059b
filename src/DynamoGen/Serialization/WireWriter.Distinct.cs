using System.Text.Json;
using DynamoGen.Serialization.Numbers;

namespace DynamoGen.Serialization;

/// <content>
/// Finds two elements of a set, or two names of a map, that become one. What was written is read again, so that nothing is kept while it is written;
/// only what can hold such pairs at all pays for it.
/// </content>
public partial class WireWriter
{
    private const int FewEnoughForPairs = 8;

    /// <summary>How many bytes were written so far.</summary>
    internal int Length => _length;

    /// <summary>The error for a name of a map that is empty.</summary>
    internal static ItemValueException EmptyKey() => new("A key is empty; DynamoDB requires at least one character.");

    /// <summary>The error for two names of a map that are one.</summary>
    internal static ItemValueException EqualKeys() => new("Two keys are stored alike, so that only one value would be left.");

    /// <summary>Whether two elements of a set, or two names of a map, are equal once they are stored.</summary>
    /// <param name="start">Where the set's or the map's content begins, with its bracket or brace; it is the last that was written.</param>
    /// <param name="identity">What makes them equal.</param>
    /// <param name="type">Their type: S, N or B.</param>
    internal bool HasEqualContents(int start, ContentIdentity identity, ReadOnlySpan<byte> type)
    {
        var contents = default(GatheredElements<(int Start, int Length)>);
        var end = _length;
        try
        {
            GatherContents(start, ref contents);
            foreach (ref var content in contents.Span)
            {
                content = type[0] == (byte)'N' ? AppendCanonical(content) : identity == ContentIdentity.Time ? WithoutZone(content) : content;
            }

            return HasEqual(contents.Span);
        }
        finally
        {
            // The canonical numbers stood behind what was written.
            _length = end;
            contents.Dispose();
        }
    }

    /// <summary>Finds the places of what stands between quotes at the first level: elements or names.</summary>
    private void GatherContents(int start, ref GatheredElements<(int Start, int Length)> contents)
    {
        var state = new JsonReaderState(new JsonReaderOptions { MaxDepth = 256 });
        var reader = new Utf8JsonReader(_buffer.AsSpan(start, _length - start), isFinalBlock: false, state);
        reader.Read();
        var wanted = reader.TokenType == JsonTokenType.StartArray ? JsonTokenType.String : JsonTokenType.PropertyName;
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType == wanted)
            {
                contents.Add((start + (int)reader.TokenStartIndex + 1, reader.ValueSpan.Length));
            }
        }
    }

    private bool HasEqual(Span<(int Start, int Length)> contents)
    {
        if (contents.Length > FewEnoughForPairs)
        {
            contents.Sort((left, right) => Content(left).SequenceCompareTo(Content(right)));
            for (var i = 1; i < contents.Length; i++)
            {
                if (Content(contents[i]).SequenceEqual(Content(contents[i - 1])))
                {
                    return true;
                }
            }

            return false;
        }

        for (var i = 1; i < contents.Length; i++)
        {
            foreach (var earlier in contents[..i])
            {
                if (Content(contents[i]).SequenceEqual(Content(earlier)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private ReadOnlySpan<byte> Content((int Start, int Length) place) => _buffer.AsSpan(place.Start, place.Length);

    private (int Start, int Length) AppendCanonical((int Start, int Length) number)
    {
        var start = _length;
        var canonical = Reserve(NumberText.LongestCanonical);
        _length += NumberText.Canonical(Content(number), canonical);
        return (start, _length - start);
    }

    private (int Start, int Length) WithoutZone((int Start, int Length) time) =>
        Content(time) is [.., (byte)'Z'] ? (time.Start, time.Length - 1) : time;
}
