using System.Globalization;
using System.Text;

namespace DynamoGen.Declarations.Symbols;

/// <summary>Writes text as JSON has it.</summary>
internal static class JsonText
{
    /// <summary>The content of a JSON string.</summary>
    public static string Of(string value)
    {
        if (value.All(c => c is >= ' ' and not ('"' or '\\')))
        {
            return value;
        }

        var json = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' or '\\' => json.Append('\\').Append(c),
                < ' ' => json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => json.Append(c),
            };
        }

        return json.ToString();
    }
}
