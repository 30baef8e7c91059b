using System.Globalization;
using Amazon.Runtime;
using Microsoft.Extensions.Configuration;

namespace DynamoGen.Configuration;

/// <summary>
/// The options that a section of the application's configuration gives. It is read key by key: nothing of it is found by reflection, and no key is passed over.
/// </summary>
internal sealed class OptionsSection
{
    private readonly Dictionary<string, Action<DynamoGenOptions>> _keys;
    private readonly IConfiguration _section;
    private readonly string _path;
    private readonly string _prefix;
    private readonly List<string> _mistakes = [];

    private OptionsSection(IConfiguration section, string path, string prefix = "")
    {
        (_section, _path, _prefix) = (section, path, prefix);
        _keys = prefix.Length == 0 ? Options() : Batches();
    }

    /// <summary>Reads a section when the options are made.</summary>
    /// <param name="section">The section.</param>
    /// <exception cref="InvalidOperationException">The section has a key that no option has, or a value that is not one of its option.</exception>
    public static Action<DynamoGenOptions> Of(IConfiguration section) => options =>
    {
        var read = new OptionsSection(section, (section as IConfigurationSection)?.Path ?? string.Empty);
        read.Apply(options);
        if (read._mistakes.Count > 0)
        {
            var name = read._path.Length == 0 ? "The configuration" : $"The configuration's section '{read._path}'";
            throw new InvalidOperationException($"{name} is wrong: {string.Join("; ", read._mistakes)}.");
        }
    };

    private Dictionary<string, Action<DynamoGenOptions>> Options() => new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(DynamoGenOptions.TableNamePrefix)] = options => options.TableNamePrefix = Text(nameof(options.TableNamePrefix)),
        [nameof(DynamoGenOptions.ServiceUrl)] = options => options.ServiceUrl = Text(nameof(options.ServiceUrl)),
        [nameof(DynamoGenOptions.Region)] = options => options.Region = Text(nameof(options.Region)),
        [nameof(DynamoGenOptions.Profile)] = options => options.Profile = Text(nameof(options.Profile)),
        [nameof(DynamoGenOptions.Transport)] = options => options.Transport = Member(nameof(options.Transport), options.Transport),
        [nameof(DynamoGenOptions.CheckTables)] = options => options.CheckTables = Member(nameof(options.CheckTables), options.CheckTables),
        [nameof(DynamoGenOptions.RetryMode)] = options => options.RetryMode = Member(nameof(options.RetryMode), RequestRetryMode.Standard),
        [nameof(DynamoGenOptions.MaxErrorRetry)] = options => options.MaxErrorRetry = Number(nameof(options.MaxErrorRetry), 0),
        [nameof(DynamoGenOptions.RequestTimeout)] = options => options.RequestTimeout = Time(nameof(options.RequestTimeout), TimeSpan.FromSeconds(100)),
        [nameof(DynamoGenOptions.Batches)] = ApplyBatches,
    };

    private Dictionary<string, Action<DynamoGenOptions>> Batches() => new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(DynamoGenOptions.Batches.MaxAttempts)] =
            options => options.Batches.MaxAttempts = Number(nameof(options.Batches.MaxAttempts), options.Batches.MaxAttempts),
        [nameof(DynamoGenOptions.Batches.BaseDelay)] =
            options => options.Batches.BaseDelay = Time(nameof(options.Batches.BaseDelay), options.Batches.BaseDelay),
        [nameof(DynamoGenOptions.Batches.MaxDelay)] = options => options.Batches.MaxDelay = Time(nameof(options.Batches.MaxDelay), options.Batches.MaxDelay),
    };

    private void Apply(DynamoGenOptions options)
    {
        foreach (var child in _section.GetChildren())
        {
            if (!_keys.TryGetValue(child.Key, out var apply))
            {
                _mistakes.Add($"no option has the key '{_prefix}{child.Key}', only {string.Join(", ", _keys.Keys.Select(key => _prefix + key))}");
            }
            else if (child.GetChildren().Any() != (child.Key.Equals(nameof(options.Batches), StringComparison.OrdinalIgnoreCase)))
            {
                _mistakes.Add($"'{_prefix}{child.Key}' is {(child.GetChildren().Any() ? "one value, and has keys of its own" : "a section, and has no keys")}");
            }
            else
            {
                apply(options);
            }
        }
    }

    private void ApplyBatches(DynamoGenOptions options)
    {
        var batches = new OptionsSection(_section.GetSection(nameof(options.Batches)), _path, $"{nameof(options.Batches)}:");
        batches.Apply(options);
        _mistakes.AddRange(batches._mistakes);
    }

    private string? Text(string key) => _section[key];

    private int Number(string key, int otherwise) =>
        int.TryParse(_section[key], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : Wrong(key, "a whole number", otherwise);

    private TimeSpan Time(string key, TimeSpan otherwise) =>
        TimeSpan.TryParseExact(_section[key], ["c", "g"], CultureInfo.InvariantCulture, out var value) && _section[key]!.Contains(':', StringComparison.Ordinal)
            ? value
            : Wrong(key, "a time such as 00:00:05", otherwise);

    private TMember Member<TMember>(string key, TMember otherwise)
        where TMember : struct, Enum =>
        Enum.TryParse<TMember>(_section[key], ignoreCase: true, out var value) && Enum.IsDefined(value) && char.IsAsciiLetter(_section[key]![0])
            ? value
            : Wrong(key, $"one of {string.Join(", ", Enum.GetNames<TMember>())}", otherwise);

    private TValue Wrong<TValue>(string key, string expected, TValue otherwise)
    {
        _mistakes.Add($"'{_prefix}{key}' is '{_section[key]}', and not {expected}");
        return otherwise;
    }
}
