using DynamoGen.Cli;

#pragma warning disable RS0030 // A tool is a program on a console.
if (args is ["--help" or "-h" or "-?"])
{
    Console.WriteLine(ToolArguments.Usage);
    return 0;
}

try
{
    return await HostRun.RunAsync(ToolArguments.Parse(args), Console.Error);
}
catch (UsageException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
catch (HostException failed)
{
    Console.Error.WriteLine(failed.Message);
    return 1;
}
