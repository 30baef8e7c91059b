using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Options;

/// <summary>One setting of <c>.editorconfig</c> or a global analyzer config: its key, its default and how its text is read.</summary>
/// <param name="key">The key; letter case does not matter.</param>
/// <param name="defaultValue">The value where the key is absent or its text cannot be read.</param>
/// <param name="defaultText">The default as it would be written in the file.</param>
/// <param name="read">Reads the text; says whether it could.</param>
internal sealed class RuleOption<T>(string key, T defaultValue, string defaultText, RuleOption<T>.Reader read)
{
    public delegate bool Reader(string text, out T value);

    public string Key { get; } = key;

    public string DefaultText { get; } = defaultText;

    public T In(AnalyzerConfigOptions options) =>
        options.TryGetValue(Key, out var text) && read(text.Trim(), out var value) ? value : defaultValue;
}
