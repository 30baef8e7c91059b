using System.Text;
using System.Text.Json;

namespace DynamoGen.Tests.Telemetry;

/// <summary>
/// The rules of CloudWatch's
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">specification</see>
/// of the Embedded Metric Format, held strictly: no member is let pass that it does not name.
/// </summary>
internal static class EmbeddedFormat
{
    private const int MostBytes = 256 * 1024;
    private const int MostDimensions = 30;
    private const int MostMetrics = 100;
    private const int MostValues = 100;
    private const int LongestName = 1024;
    private const int LongestDimensionName = 250;
    private const int LongestDimensionValue = 1024;

    private static readonly string[] Rates =
    [
        "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits", "Count",
    ];

    private static readonly HashSet<string> Units =
        ["Seconds", "Microseconds", "Milliseconds", "Percent", "None", .. Rates, .. Rates.Select(unit => $"{unit}/Second")];

    /// <summary>What a line breaks of the rules; nothing where CloudWatch takes all of it.</summary>
    public static IReadOnlyList<string> Violations(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return [.. OfLine(line), .. OfRoot(document.RootElement)];
        }
        catch (JsonException exception)
        {
            return [$"It is no JSON text of one object without members of the same name: {exception.Message}"];
        }
    }

    private static IEnumerable<string> OfLine(string line) =>
    [
        .. Unless(Encoding.UTF8.GetByteCount(line) < MostBytes, "The event is too large."),
        .. Unless(!line.AsSpan().ContainsAny('\r', '\n'), "The object is more than one line."),
        .. Unless(line.StartsWith('{') && line.EndsWith('}'), "Something stands around the object."),
    ];

    private static IEnumerable<string> OfRoot(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("_aws", out var metadata))
        {
            return ["There is no _aws."];
        }

        if (Members(metadata, ["Timestamp", "CloudWatchMetrics"], optional: []) is { Count: > 0 } wrong)
        {
            return wrong;
        }

        var directives = metadata.GetProperty("CloudWatchMetrics");
        return
        [
            .. Unless(
                metadata.GetProperty("Timestamp") is { ValueKind: JsonValueKind.Number } time && time.TryGetInt64(out var since) && since > 0,
                "Timestamp is no time."),
            .. directives.ValueKind == JsonValueKind.Array
                ? directives.EnumerateArray().SelectMany(directive => OfDirective(root, directive))
                : ["CloudWatchMetrics is no array."],
            .. OfRest(root, directives),
        ];
    }

    private static IEnumerable<string> OfDirective(JsonElement root, JsonElement directive)
    {
        if (Members(directive, ["Namespace", "Dimensions", "Metrics"], optional: []) is { Count: > 0 } wrong)
        {
            return wrong;
        }

        var (sets, metrics) = (Elements(directive.GetProperty("Dimensions")), Elements(directive.GetProperty("Metrics")));
        var names = metrics.Select(metric => metric.ValueKind == JsonValueKind.Object && metric.TryGetProperty("Name", out var name) ? $"{name}" : "").ToList();
        return
        [
            .. Unless(IsText(directive.GetProperty("Namespace"), LongestName), "Namespace is no name."),
            .. Unless(sets.Count > 0, "There is no set of dimensions."),
            .. sets.SelectMany(set => OfDimensions(root, set)),
            .. Unless(metrics.Count is > 0 and <= MostMetrics, $"There are {metrics.Count} metrics."),
            .. Unless(names.Distinct(StringComparer.Ordinal).Count() == names.Count, "Two metrics have one name."),
            .. metrics.SelectMany(metric => OfMetric(root, metric)),
        ];
    }

    private static IEnumerable<string> OfDimensions(JsonElement root, JsonElement set)
    {
        if (set.ValueKind != JsonValueKind.Array)
        {
            return ["A set of dimensions is no array."];
        }

        var names = Elements(set);
        return
        [
            .. Unless(names.Count <= MostDimensions, $"There are {names.Count} dimensions."),
            .. Unless(names.Select(name => $"{name}").Distinct(StringComparer.Ordinal).Count() == names.Count, "Two dimensions have one name."),
            .. names.SelectMany(name => Unless(
                IsText(name, LongestDimensionName) && root.TryGetProperty(name.GetString()!, out var value) && IsText(value, LongestDimensionValue),
                $"The dimension {name} has no name or no value.")),
        ];
    }

    private static IEnumerable<string> OfMetric(JsonElement root, JsonElement metric)
    {
        if (Members(metric, ["Name"], optional: ["Unit", "StorageResolution"]) is { Count: > 0 } wrong)
        {
            return wrong;
        }

        var name = metric.GetProperty("Name");
        return
        [
            .. Unless(IsText(name, LongestName), "A metric has no name."),
            .. Unless(!metric.TryGetProperty("Unit", out var unit) || Units.Contains($"{unit}"), $"The unit of {name} is none."),
            .. Unless(
                !metric.TryGetProperty("StorageResolution", out var seconds) || (seconds.ValueKind == JsonValueKind.Number && seconds.GetDouble() is 1 or 60),
                $"The resolution of {name} is none."),
            .. Unless(root.TryGetProperty($"{name}", out var target) && AreNumbers(target), $"The values of {name} are none."),
        ];
    }

    /// <summary>What no directive names may stand beside the metrics; here it would be a mistake.</summary>
    private static IEnumerable<string> OfRest(JsonElement root, JsonElement directives)
    {
        var text = directives.GetRawText();
        return root.EnumerateObject().Select(member => member.Name).Where(name => name != "_aws")
            .SelectMany(name => Unless(text.Contains(JsonSerializer.Serialize(name), StringComparison.Ordinal), $"{name} is no metric and no dimension."));
    }

    private static bool AreNumbers(JsonElement target) => target.ValueKind == JsonValueKind.Number
        || (target.ValueKind == JsonValueKind.Array && target.GetArrayLength() is > 0 and <= MostValues
            && target.EnumerateArray().All(value => value.ValueKind == JsonValueKind.Number));

    private static bool IsText(JsonElement element, int longest) =>
        element.ValueKind == JsonValueKind.String && element.GetString()!.Length <= longest && !string.IsNullOrWhiteSpace(element.GetString());

    private static List<JsonElement> Elements(JsonElement array) => array.ValueKind == JsonValueKind.Array ? [.. array.EnumerateArray()] : [];

    private static List<string> Members(JsonElement element, string[] required, string[] optional)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return [$"{element.ValueKind} stands where an object must."];
        }

        var names = element.EnumerateObject().Select(member => member.Name).ToList();
        return
        [
            .. required.Except(names).Select(name => $"{name} is missing."),
            .. names.Except(required).Except(optional).Select(name => $"{name} is no member."),
        ];
    }

    private static string[] Unless(bool holds, string violation) => holds ? [] : [violation];
}
