namespace DynamoGen.Telemetry.Embedded;

/// <summary>What becomes of metrics in CloudWatch.</summary>
public sealed class EmbeddedMetricsOptions
{
    /// <summary>The namespace of the metrics in CloudWatch, of 1 to 255 characters. Default: <c>DynamoGen</c>.</summary>
    public string Namespace { get; set; } = DynamoGenTelemetry.Name;

    /// <summary>
    /// Dimensions that every metric gets, such as the service and its environment. Together with <see cref="DimensionTags"/> they are 30 at most. Each
    /// combination of values is a metric of its own in CloudWatch, which is paid for each month: see
    /// <see href="https://aws.amazon.com/cloudwatch/pricing/">CloudWatch pricing</see>.
    /// </summary>
    public IDictionary<string, string> Dimensions { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The attributes of measurements that become dimensions, by their names; a measurement that lacks one has a dimension less. Others are left out.</summary>
    public IList<string> DimensionTags { get; } =
    [
        TelemetryAttributes.Operation,
        TelemetryAttributes.Collection,
        TelemetryAttributes.IndexName,
        TelemetryAttributes.AccessPattern,
        TelemetryAttributes.ErrorType,
        TelemetryAttributes.ThrottlingReason,
    ];

    /// <summary>
    /// How often metrics are written, beside each <see cref="EmbeddedMetrics.FlushAsync"/>. Null for never, as on AWS Lambda, where nothing runs between two
    /// invocations. Default: 1 minute.
    /// </summary>
    public TimeSpan? Interval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Where lines are written. Default: the standard output, which AWS Lambda hands to CloudWatch Logs.</summary>
#pragma warning disable RS0030 // The standard output is what the format is for on AWS Lambda.
    public TextWriter Output { get; set; } = Console.Out;
#pragma warning restore RS0030

    /// <summary>
    /// Is told of each failure to write by the interval or when too many values wait; their lines are lost then, and no call of a repository fails for it.
    /// <see cref="EmbeddedMetrics.FlushAsync"/> throws instead. Null for nobody; <c>AddEmbeddedMetrics</c> logs them where it is null.
    /// </summary>
    public Action<Exception>? OnFailure { get; set; }

    /// <summary>Refuses what CloudWatch would not take.</summary>
    internal void Verify()
    {
        const int MostDimensions = 30;
        const int LongestName = 255;
        if (Namespace is not { Length: >= 1 and <= LongestName })
        {
            throw new InvalidOperationException($"The namespace of embedded metrics has 1 to {LongestName} characters.");
        }

        if (Dimensions.Count + DimensionTags.Count > MostDimensions)
        {
            throw new InvalidOperationException(
                $"CloudWatch takes {MostDimensions} dimensions of a metric; there are {Dimensions.Count} and {DimensionTags.Count} of measurements.");
        }

        foreach (var (name, value) in Dimensions)
        {
            if (name is not { Length: >= 1 and <= LongestName } || name == EmbeddedDocument.Metadata || DimensionTags.Contains(name) || string.IsNullOrWhiteSpace(value))
            {
                throw new InvalidOperationException($"'{name}' is no dimension that every metric can have, or its value is empty.");
            }
        }

        if (Interval is { } interval && interval <= TimeSpan.Zero)
        {
            throw new InvalidOperationException("The interval of embedded metrics must be longer than nothing, or null.");
        }
    }
}
