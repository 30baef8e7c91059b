using System.Reflection;

namespace DynamoGen.Package.Tests;

/// <summary>The package as it is published, packed once from what was built, in a folder that serves as a feed.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    public const string Version = "0.1.0-packed";

    private static readonly string[] Folders = ["src", "templates"];

    /// <summary>Packing writes into the project's own folder, so that no two tests may pack at once.</summary>
    private static readonly SemaphoreSlim Packing = new(1);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("dynamogen-package-");

    /// <summary>The path of the package.</summary>
    public string File => FileOf("DynamoGen");

    /// <summary>The folder that the packages are in.</summary>
    public string Feed => Path.Combine(_root.FullName, "feed");

    /// <summary>Where what is installed from <see cref="Feed"/> is.</summary>
    public string Installed => Path.Combine(_root.FullName, "packages");

    /// <summary>The path of a package that is packed.</summary>
    public string FileOf(string package) => Path.Combine(Feed, $"{package}.{Version}.nupkg");

    public async ValueTask InitializeAsync() => await PackAsync("DynamoGen");

    /// <summary>Packs another project of the product into the same feed, and at the same version.</summary>
    /// <param name="project">The project's name.</param>
    public async Task PackAsync(string project)
    {
        var configuration = typeof(PackedPackage).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        await Packing.WaitAsync();
        try
        {
            var (exitCode, output) = await CommandLine.RunAsync(
                Folders.Select(folder => Repository.Folder(folder, project)).Single(Directory.Exists),
                "pack", "--no-build", "--configuration", configuration, "--output", Feed, $"-p:PackageVersion={Version}", "-nodeReuse:false");
            Assert.True(exitCode == 0, output);
        }
        finally
        {
            Packing.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        _root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A new project that references the package and nothing else.</summary>
    /// <param name="name">The project's name and that of its folder.</param>
    /// <param name="sources">The folder whose sources and <c>.editorconfig</c> it has; null for none.</param>
    public ConsumerProject CreateConsumer(string name, string? sources) =>
        Create(name, sources, Package(("DynamoGen", Version)));

    /// <summary>A new project for a target framework, with what it says of its packages.</summary>
    /// <param name="name">The project's name and that of its folder.</param>
    /// <param name="sources">The folder whose sources it has.</param>
    /// <param name="framework">What it targets.</param>
    /// <param name="packages">Its packages, each as its name and version.</param>
    public ConsumerProject CreateFor(string framework, string name, string sources, params IEnumerable<(string Name, string Version)> packages) =>
        Create(name, sources, string.Concat(packages.Select(Package)), framework: framework);

    /// <summary>A new project that references another one, and no package.</summary>
    /// <param name="name">The project's name and that of its folder.</param>
    /// <param name="sources">The folder whose sources it has.</param>
    /// <param name="referenced">The other project.</param>
    public ConsumerProject CreateConsumerOf(string name, string? sources, ConsumerProject referenced) => Create(name, sources, Reference(referenced));

    /// <summary>As <see cref="CreateConsumerOf"/>, of a program, which also has a service provider.</summary>
    public ConsumerProject CreateProgramOf(string name, string? sources, ConsumerProject referenced) => Create(
        name,
        sources,
        Reference(referenced) + Package(("Microsoft.Extensions.DependencyInjection", "10.0.0")),
        "Exe");

    /// <summary>A new project of tests, which is a program that runs them.</summary>
    /// <param name="name">The project's name and that of its folder.</param>
    /// <param name="sources">The folder whose sources it has.</param>
    /// <param name="packages">The packages of the test framework, each as its name and version.</param>
    public ConsumerProject CreateTests(string name, string sources, IEnumerable<(string Name, string Version)> packages) =>
        CreateProgram(name, sources, packages.Prepend(("DynamoGen.Testing", Version)).Prepend(("DynamoGen", Version)));

    /// <summary>A new program that references these packages.</summary>
    /// <param name="name">The project's name and that of its folder.</param>
    /// <param name="sources">The folder whose sources it has.</param>
    /// <param name="packages">The packages, each as its name and version.</param>
    public ConsumerProject CreateProgram(string name, string sources, IEnumerable<(string Name, string Version)> packages) =>
        Create(name, sources, string.Concat(packages.Select(Package)), "Exe");

    /// <summary>A new project that a template made in a folder of its own.</summary>
    /// <param name="name">The project's name and that of its folder.</param>
    /// <param name="template">Makes the project in the folder that it is given.</param>
    public async Task<ConsumerProject> CreateByTemplateAsync(string name, Func<string, Task> template)
    {
        var folder = Path.Combine(_root.FullName, name);
        await template(folder);
        return new ConsumerProject(folder, Feed, Installed);
    }

    private static string Package((string Name, string Version) package) =>
        $"""<PackageReference Include="{package.Name}" Version="{package.Version}" />""";

    private static string Reference(ConsumerProject project) => $"""<ProjectReference Include="{project.File}" />""";

    private ConsumerProject Create(string name, string? sources, string references, string outputType = "Library", string framework = "net10.0") =>
        new(Path.Combine(_root.FullName, name), sources, Feed, Installed, references, outputType, framework);
}
