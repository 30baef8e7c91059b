using Amazon.DynamoDBv2.Model;
using DynamoGen.Cli.Adoption.Tables;

namespace DynamoGen.Cli.Adoption.Entities;

/// <summary>What the keys of items begin with, by which items of several kinds can be told apart.</summary>
internal sealed class KeyBeginnings
{
    /// <summary>So many separators end a word that is surely written by the program.</summary>
    private const string Separators = "#|:/";

    private readonly KeyShape _key;
    private readonly Dictionary<string, int> _words;

    public KeyBeginnings(KeyShape key, IReadOnlyList<Dictionary<string, AttributeValue>> items)
    {
        _key = key;
        _words = items
            .SelectMany(item => key.Columns.Where(column => column.Type == "S").Select(column => item[column.Attribute].S))
            .Select(text => text[..WordLength(text)])
            .GroupBy(word => word, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
    }

    /// <summary>The beginnings of an item's keys, each empty where it begins with data.</summary>
    public (string Partition, string Sort) Of(Dictionary<string, AttributeValue> item) => (Beginning(item, _key.Partition), Beginning(item, _key.Sort));

    private string Beginning(Dictionary<string, AttributeValue> item, IReadOnlyList<KeyColumn> columns)
    {
        if (columns is not [{ Type: "S" } column])
        {
            return string.Empty;
        }

        var text = item[column.Attribute].S;
        var length = WordLength(text);
        var word = text[..length];
        var isName = length > 0 && word.Any(char.IsLetter)
            && (length == text.Length ? !word.Any(char.IsLower) || _words[word] > 1 : Separators.Contains(text[length]) || _words[word] > 1);
        return !isName ? string.Empty : length == text.Length ? text : text[..(length + 1)];
    }

    /// <summary>The length of the first word; a sign before it, as in <c>$shop</c> and <c>#META</c>, belongs to it.</summary>
    private static int WordLength(string text)
    {
        var length = text.Length > 0 && !char.IsLetterOrDigit(text[0]) ? 1 : 0;
        while (length < text.Length && char.IsLetter(text[length]))
        {
            length++;
        }

        // Letters and digits in one word are data: no program names its items so.
        return length < text.Length && char.IsDigit(text[length]) ? 0 : length;
    }
}
