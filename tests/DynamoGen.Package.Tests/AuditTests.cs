namespace DynamoGen.Package.Tests;

/// <summary>A restore looks for known vulnerabilities, and works where nobody knows any.</summary>
public sealed class AuditTests : IDisposable
{
    /// <summary>Nothing listens there.</summary>
    private const string Unreachable = "https://127.0.0.1:9/v3/index.json";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("dynamogen-audit-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task A_source_that_cannot_be_asked_is_a_warning_and_no_error()
    {
        var (exitCode, output) = await RestoreAsync(Unreachable);
        Assert.True(exitCode == 0, output);
        Assert.Contains("warning NU1900", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_knows_no_vulnerabilities_is_none()
    {
        var (exitCode, output) = await RestoreAsync(_root.CreateSubdirectory("feed").FullName);
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("NU19", output, StringComparison.Ordinal);
    }

    /// <summary>Restores a project with the properties of this repository, whose package was restored with it.</summary>
    private async Task<(int ExitCode, string Output)> RestoreAsync(string source)
    {
        await File.WriteAllTextAsync(Path.Combine(_root.FullName, "Audited.csproj"), $"""
            <Project>
              <Import Project="{Repository.Folder("Directory.Build.props")}" />
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <PropertyGroup>
                <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="AWSSDK.Core" Version="4.1.0" />
              </ItemGroup>
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
            </Project>
            """);
        return await CommandLine.RunAsync(_root.FullName, "restore", "-nodeReuse:false", "--source", source);
    }
}
