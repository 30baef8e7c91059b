using System.ComponentModel;

namespace DynamoGen.Serialization;

/// <summary>Which of a type's attributes were found, for types of more than 62.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct AttributeSet
{
    private ulong[]? _words;

    /// <summary>The first 64 attributes, a bit each.</summary>
    internal AttributeSet(ulong first) => _words = [first];

    /// <summary>Adds an attribute.</summary>
    /// <param name="attribute">Its number.</param>
    public void Add(int attribute)
    {
        var word = attribute >> 6;
        if (_words is null || _words.Length <= word)
        {
            Array.Resize(ref _words, word + 4);
        }

        _words[word] |= 1UL << attribute;
    }

    /// <summary>Whether an attribute was found.</summary>
    /// <param name="attribute">Its number.</param>
    public readonly bool Has(int attribute) => _words is not null && attribute >> 6 < _words.Length && (_words[attribute >> 6] & (1UL << attribute)) != 0;
}
