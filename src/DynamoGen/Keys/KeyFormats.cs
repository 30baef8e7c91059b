namespace DynamoGen.Keys;

/// <summary>The formats in which dates and times stand in keys unless a template says otherwise: UTC, fixed width, the largest unit first.</summary>
internal static class KeyFormats
{
    public const string Timestamp = "yyyy-MM-ddTHH:mm:ss.fffffffZ";
    public const string UnzonedTimestamp = "yyyy-MM-ddTHH:mm:ss.fffffff";
    public const string Date = "yyyy-MM-dd";
    public const string Time = "HH:mm:ss.fffffff";
}
