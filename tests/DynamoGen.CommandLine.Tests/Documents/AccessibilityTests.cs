using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DynamoGen.CommandLine.Documents.Drafts;
using DynamoGen.CommandLine.Documents.Html;
using DynamoGen.Local;
using DynamoGen.Tests;

namespace DynamoGen.CommandLine.Tests.Documents;

/// <summary>Opens the page in Chromium, light and dark, wide and narrow, and asks axe-core what stands in the way of its readers.</summary>
/// <remarks>Without Chromium this is skipped, unless <c>DYNAMOGEN_CHROMIUM</c> is <c>required</c>, as it is in CI.</remarks>
public sealed class AccessibilityTests
{
    private const string Light = "rgb(255, 255, 255)";
    private const string Dark = "rgb(16, 21, 28)";

    private static readonly string? Chromium = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    [Theory]
    [InlineData("Northwind", 1280, false)]
    [InlineData("Northwind", 360, true)]
    [InlineData("IssueTracker", 1280, true)]
    [InlineData("IssueTracker", 360, false)]
    [InlineData("hostile", 360, false)]
    public async Task Axe_finds_nothing_and_the_page_is_no_wider_than_its_window(string page, int width, bool isDark)
    {
        Assert.SkipWhen(
            Chromium is null && Environment.GetEnvironmentVariable("DYNAMOGEN_CHROMIUM") != "required",
            "No Chromium is on the PATH; the package 'chromium' of Debian has it.");
        Assert.NotNull(Chromium);
        var html = page == "hostile" ? HtmlForm.Of(DocumentDraft.Of(HostileNames.Source)) : await Documented.WriteAsync(page, "html");

        var found = await JudgeAsync(html, width, isDark);

        Assert.Empty(found["faults"]!.AsArray().Select(fault => (string)fault!));
        Assert.NotEqual(0, (int)found["passes"]!);
        Assert.Equal((width, 0), ((int)found["window"]!, (int)found["excess"]!));
        Assert.Equal(isDark ? Dark : Light, (string)found["ground"]!);
    }

    private static async Task<JsonNode> JudgeAsync(string html, int width, bool isDark)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var packages = await NpmPackages.RestoreAsync(
            new NpmPackageFolder("document-axe", await ReadAsync("package.json"), await ReadAsync("package-lock.json")), cancellationToken: cancellationToken);
        var axe = await File.ReadAllTextAsync(Path.Combine(packages, "node_modules", "axe-core", "axe.min.js"), cancellationToken);
        var folder = Directory.CreateTempSubdirectory("document-");
        try
        {
            var scripts = $"<script>{axe}</script><script>{await ReadAsync("judge.js")}</script></head>";
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "page.html"), html.Replace("</head>", scripts, StringComparison.Ordinal), cancellationToken);
            var frame = Path.Combine(folder.FullName, "frame.html");
            var text = (await ReadAsync("frame.html")).Replace("WIDTH", width.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            await File.WriteAllTextAsync(frame, text, cancellationToken);
            var dump = await OpenAsync(frame, Path.Combine(folder.FullName, "profile"), isDark);
            var found = Regex.Match(dump, "found (.*) end");
            Assert.True(found.Success, dump);
            return JsonNode.Parse(WebUtility.HtmlDecode(found.Groups[1].Value))!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> OpenAsync(string page, string profile, bool isDark)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(Chromium!,
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--no-first-run", $"--user-data-dir={profile}", "--window-size=1400,1000",
            $"--blink-settings=preferredColorScheme={(isDark ? 0 : 1)}", "--virtual-time-budget=60000", "--dump-dom", new Uri(page).AbsoluteUri,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var dump = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        await errors;
        return dump;
    }

    private static Task<string> ReadAsync(string file) => File.ReadAllTextAsync(
        Repository.Folder("tests", "DynamoGen.CommandLine.Tests", "Documents", "Axe", file), TestContext.Current.CancellationToken);
}
