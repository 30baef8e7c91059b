using System.Globalization;

namespace DynamoGen.CommandLine.Infrastructure.Resources;

/// <summary>Gives resources names of letters and digits, no two of which are the same.</summary>
internal sealed class ResourceIds
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A free name that is made of words: <c>northwind</c>, <c>gsi1</c> and <c>Read</c> make <c>NorthwindGsi1Read</c>.</summary>
    public string Take(params string[] words)
    {
        var name = string.Concat(words.SelectMany(word => word.Split([.. word.Where(letter => !char.IsAsciiLetterOrDigit(letter)).Distinct()]))
            .Where(word => word.Length > 0)
            .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        if (name.Length == 0 || char.IsAsciiDigit(name[0]))
        {
            name = "R" + name;
        }

        var free = name;
        for (var i = 2; !_taken.Add(free); i++)
        {
            free = name + i.ToString(CultureInfo.InvariantCulture);
        }

        return free;
    }
}
