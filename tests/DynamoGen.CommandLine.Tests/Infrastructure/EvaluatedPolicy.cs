using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DynamoGen.CommandLine.Tests.Infrastructure;

/// <summary>Judges requests by a policy as IAM does, as far as these policies go.</summary>
internal sealed class EvaluatedPolicy(JsonNode document)
{
    public bool Allows(RequestedAction action) => document["Statement"]!.AsArray().Any(statement =>
        (string?)statement!["Effect"] == "Allow"
        && statement["Action"]!.AsArray().Any(allowed => (string?)allowed == "dynamodb:" + action.Name)
        && (string?)statement["Resource"] == action.Resource
        && (statement["Condition"] is not JsonObject condition
            || condition.All(test => Holds(test.Key, test.Value!["dynamodb:LeadingKeys"]!, action.LeadingKey))));

    private static bool Holds(string test, JsonNode values, string? key) => test switch
    {
        "Null" => (string?)values == "false" && key is not null,
        "ForAllValues:StringEquals" => key is null || values.AsArray().Any(value => Variables((string)value!) == key),
        "ForAllValues:StringLike" => key is null || values.AsArray().Any(value => Like((string)value!).IsMatch(key)),
        _ => throw new ArgumentException($"{test} is not known.", nameof(test)),
    };

    private static string Variables(string value) => Regex.Replace(value, @"\$\{([*?$])\}", "$1");

    private static Regex Like(string pattern)
    {
        var parts = Regex.Matches(pattern, @"\$\{([*?$])\}|.", RegexOptions.Singleline).Select(match =>
            match.Groups[1].Success ? Regex.Escape(match.Groups[1].Value)
            : match.Value switch { "*" => ".*", "?" => ".", var letter => Regex.Escape(letter) });
        return new Regex($"^{string.Concat(parts)}$", RegexOptions.Singleline | RegexOptions.CultureInvariant);
    }
}
