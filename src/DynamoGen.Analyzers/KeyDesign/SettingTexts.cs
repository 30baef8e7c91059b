namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>Recognises constant keys by their texts whose items are few for certain, such as settings.</summary>
internal static class SettingTexts
{
    private static readonly string[] Words =
        ["config", "setting", "metadata", "schema", "version", "feature", "lookup", "singleton", "counter", "migration"];

    public static bool Contain(string text) => Words.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
